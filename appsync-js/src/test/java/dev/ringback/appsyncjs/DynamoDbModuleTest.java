package dev.ringback.appsyncjs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbModuleTest {
    @RegisterExtension
    static final Handlers handlers = new Handlers();

    @Test
    void gets() {
        handlers.gives("ddb.get({ key: { id: 'a' } })", "{'operation':'GetItem','key':{'id':{'S':'a'}}}");
    }

    @Test
    void getsConsistentlyAndInPart() {
        handlers.gives(
                "ddb.get({ key: { id: 'a' }, consistentRead: true, projection: ['id', 'home.lines[0]', 'home.city'] })",
                "{'operation':'GetItem','key':{'id':{'S':'a'}},'consistentRead':true,"
                        + "'projection':{'expression':'#expName_1, #expName_2.#expName_3[0], #expName_2.#expName_4',"
                        + "'expressionNames':{'#expName_1':'id','#expName_2':'home','#expName_3':'lines','#expName_4':'city'}}}");
    }

    @Test
    void puts() {
        handlers.gives(
                "ddb.put({ key: { id: 'a' }, item: { n: 1, none: null, gone: undefined } })",
                "{'operation':'PutItem','key':{'id':{'S':'a'}},"
                        + "'attributeValues':{'n':{'N':1},'none':{'NULL':null}}}");
    }

    @Test
    void putsOnACondition() {
        handlers.gives(
                "ddb.put({ key: { id: 'a' }, item: {}, condition: { id: { attributeExists: false } } }).condition",
                "{'expression':'(attribute_not_exists(#id))','expressionNames':{'#id':'id'}}");
    }

    @Test
    void putsVersioned() {
        handlers.gives(
                "ddb.put({ key: { id: 'a' }, item: {}, _version: 3, customPartitionKey: 'p',"
                        + " populateIndexFields: true, unknown: 1 })",
                "{'operation':'PutItem','key':{'id':{'S':'a'}},'attributeValues':{},"
                        + "'_version':3,'customPartitionKey':'p','populateIndexFields':true}");
    }

    @Test
    void putsSets() {
        handlers.gives(
                "ddb.put({ key: { id: 'a' }, item: { s: ddb.toStringSet(['x']),"
                        + " n: ddb.toNumberSet([1]), b: ddb.toBinarySet(['eA==']) } }).attributeValues",
                "{'s':{'SS':['x']},'n':{'NS':[1]},'b':{'BS':['eA==']}}");
    }

    @Test
    void removes() {
        handlers.gives(
                "ddb.remove({ key: { id: 'a' }, condition: { o: { eq: 's' } }, _version: 2 })",
                "{'operation':'DeleteItem','key':{'id':{'S':'a'}},'condition':{"
                        + "'expression':'(#o = :o_eq)','expressionNames':{'#o':'o'},"
                        + "'expressionValues':{':o_eq':{'S':'s'}}},'_version':2}");
    }

    @Test
    void updatesOnAConditionAndVersioned() {
        handlers.gives(
                "ddb.update({ key: { id: 'a' }, update: { n: 1 }, condition: { o: { eq: 's' } }, _version: 2 })",
                "{'operation':'UpdateItem','key':{'id':{'S':'a'}},'update':{"
                        + "'expression':'SET #expName_1 = :expValue_1','expressionNames':{'#expName_1':'n'},"
                        + "'expressionValues':{':expValue_1':{'N':1}}},'condition':{"
                        + "'expression':'(#o = :o_eq)','expressionNames':{'#o':'o'},"
                        + "'expressionValues':{':o_eq':{'S':'s'}}},'_version':2}");
    }

    @Test
    void queries() {
        handlers.gives(
                "ddb.query({ query: { i: { eq: 'a' }, f: { beginsWith: 'ad' } }, index: 'byFirstName',"
                        + " limit: 10, nextToken: null, scanIndexForward: false, select: 'ALL_ATTRIBUTES',"
                        + " filter: { d: { ne: true } } })",
                "{'operation':'Query','query':{'expression':'(#i = :i_eq) AND (begins_with(#f,:f_beginsWith))',"
                        + "'expressionNames':{'#i':'i','#f':'f'},"
                        + "'expressionValues':{':i_eq':{'S':'a'},':f_beginsWith':{'S':'ad'}}},"
                        + "'index':'byFirstName','limit':10,'scanIndexForward':false,'select':'ALL_ATTRIBUTES',"
                        + "'filter':{'expression':'(#d <> :d_ne)','expressionNames':{'#d':'d'},"
                        + "'expressionValues':{':d_ne':{'BOOL':true}}}}");
    }

    @Test
    void scans() {
        handlers.gives(
                "ddb.scan({ limit: 10, nextToken: 'abc', totalSegments: 2, segment: 0, filter: null })",
                "{'operation':'Scan','limit':10,'nextToken':'abc','totalSegments':2,'segment':0}");
    }

    @Test
    void leavesOutAFilterWithoutConditions() {
        handlers.gives("ddb.scan({ filter: { and: [] } })", "{'operation':'Scan'}");
    }

    @Test
    void syncs() {
        handlers.gives(
                "ddb.sync({ limit: 100, nextToken: 'n', lastSync: 1, basePartitionKey: 'p',"
                        + " deltaIndexName: 'i', filter: { a: { eq: 1 } } })",
                "{'operation':'Sync','basePartitionKey':'p','deltaIndexName':'i','limit':100,"
                        + "'nextToken':'n','lastSync':1,'filter':{'expression':'(#a = :a_eq)',"
                        + "'expressionNames':{'#a':'a'},'expressionValues':{':a_eq':{'N':1}}}}");
    }

    @Test
    void syncsFromTheStart() {
        handlers.gives("ddb.sync({})", "{'operation':'Sync'}");
    }

    @Test
    void getsBatches() {
        handlers.gives(
                "ddb.batchGet({ tables: { t: { keys: [{ id: 1 }], consistentRead: true, projection: ['n'] } } })",
                "{'operation':'BatchGetItem','tables':{'t':{'keys':[{'id':{'N':1}}],"
                        + "'consistentRead':true,'projection':{'expression':'#expName_1',"
                        + "'expressionNames':{'#expName_1':'n'}}}}}");
    }

    @Test
    void putsBatches() {
        handlers.gives(
                "ddb.batchPut({ tables: { t: [{ id: 1 }] } })",
                "{'operation':'BatchPutItem','tables':{'t':[{'id':{'N':1}}]}}");
    }

    @Test
    void deletesBatches() {
        handlers.gives(
                "ddb.batchDelete({ tables: { t: [{ id: 1 }] } })",
                "{'operation':'BatchDeleteItem','tables':{'t':[{'id':{'N':1}}]}}");
    }

    @Test
    void getsInATransaction() {
        handlers.gives(
                "ddb.transactGet({ items: [{ table: 't', key: { id: 1 } }] })",
                "{'operation':'TransactGetItems','transactItems':[{'table':'t','key':{'id':{'N':1}}}]}");
    }

    @Test
    void writesInATransaction() {
        handlers.gives(
                "ddb.transactWrite({ items: ["
                        + "{ putItem: { table: 't', key: { id: 1 }, item: { a: 2 } } },"
                        + "{ updateItem: { table: 't', key: { id: 1 }, update: { a: 2 } } },"
                        + "{ deleteItem: { table: 't', key: { id: 1 } } },"
                        + "{ conditionCheck: { table: 't', key: { id: 1 }, condition: { a: { attributeExists: true } } } }] })",
                "{'operation':'TransactWriteItems','transactItems':["
                        + "{'table':'t','operation':'PutItem','key':{'id':{'N':1}},'attributeValues':{'a':{'N':2}}},"
                        + "{'table':'t','operation':'UpdateItem','key':{'id':{'N':1}},'update':{'expression':"
                        + "'SET #expName_1 = :expValue_1','expressionNames':{'#expName_1':'a'},"
                        + "'expressionValues':{':expValue_1':{'N':2}}}},"
                        + "{'table':'t','operation':'DeleteItem','key':{'id':{'N':1}}},"
                        + "{'table':'t','operation':'ConditionCheck','key':{'id':{'N':1}},'condition':{"
                        + "'expression':'(attribute_exists(#a))','expressionNames':{'#a':'a'},"
                        + "'returnValuesOnConditionCheckFailure':true}}]}");
    }
}
